/**
 * The exercises of the notebooks: each has a hint and a check, which takes an answer and says whether it is right, or
 * what to look at.
 *
 * <p>Conventions: ids such as {@code 00.2}, the number of the notebook and that of the exercise. A check works on any
 * data: it takes, beside the answer, the values that the answer is about, and computes it in another way. It never tells
 * the answer, and no answer makes it fail.
 *
 * <p>Main types: {@link io.github.jukelab.exercise.Exercises}, all of them;
 * {@link io.github.jukelab.exercise.Exercise}, one of them; {@link io.github.jukelab.exercise.Verdict}, what a check
 * says.
 */
package io.github.jukelab.exercise;
