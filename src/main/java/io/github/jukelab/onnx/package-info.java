/**
 * Models as ONNX files, which other programs and languages can run: from the samples of a sound to probabilities where
 * ONNX can express the way, else from the model's tensors on. Nothing but the JDK is needed to write them.
 *
 * <p>Conventions: a {@code Tensor} is the value of a node of a graph; comments give its shape in parentheses. Classes
 * that end in {@code Nodes} add the nodes of one part of a model, and compute what the room of that part computes, which
 * tests compare.
 *
 * <p>Main type: {@link io.github.jukelab.onnx.OnnxFile}.
 *
 * <p>Sources: <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a> and the list of its
 * operators.
 */
package io.github.jukelab.onnx;
