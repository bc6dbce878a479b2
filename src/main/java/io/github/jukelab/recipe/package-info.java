/**
 * The recipes of the articles, one file each: split, input, network, training and vote. A recipe only combines parts
 * of the other rooms, so that it can be compared with its article from top to bottom. Notebooks use its parts one by
 * one, the command line and the table of results run all of it.
 *
 * <p>Main types: {@link io.github.jukelab.recipe.Recipe}, as printed or repaired ({@link
 * io.github.jukelab.recipe.Variant}); {@link io.github.jukelab.recipe.SplitRule}, the split; {@link
 * io.github.jukelab.recipe.RecipeRun}, the results, and its run card.
 */
package io.github.jukelab.recipe;
