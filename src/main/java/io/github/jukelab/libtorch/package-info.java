/**
 * libtorch, the library behind PyTorch, as an {@link io.github.jukelab.network.Engine}: the only room that uses it. It
 * trains the same network from the same weights in about half of DL4J's time. Found by Java's service loader:
 * {@code training.withEngine("libtorch")}.
 *
 * <p>Conventions: weights, gradient and each memory of the optimiser are one flat tensor, in DL4J's order ({@link
 * io.github.jukelab.libtorch.ParameterLayout}); each weight is a view of it. So copying to and from DL4J is one copy.
 * Tensors that last are made outside of any {@code PointerScope} and kept by their owner; all others live in the scope
 * of one call.
 *
 * <p>Where the memory of a batch lies channel by channel (channels first) or place by place (channels last) makes no
 * difference to the result but to its speed and precision: channels last is 1.7 times faster, but gradients of batch
 * normalisations are then off by up to two per cent. So it is for networks without them.
 */
package io.github.jukelab.libtorch;
