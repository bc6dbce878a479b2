/**
 * The articles' recipes, one class each: which split, which input, which network, which training, which vote. A recipe
 * only composes what the other rooms do, so that it can be read beside its article from top to bottom; notebooks call its
 * parts one by one, the command line and the table of results call all of it.
 *
 * <p>Main types: {@link io.github.jukelab.recipe.Recipe}, as printed or repaired ({@link
 * io.github.jukelab.recipe.Variant}); {@link io.github.jukelab.recipe.SplitRule}, the split; {@link
 * io.github.jukelab.recipe.RecipeRun}, what came out, and its run card.
 */
package io.github.jukelab.recipe;
