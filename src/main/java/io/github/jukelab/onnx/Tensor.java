package io.github.jukelab.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The value of a node. Each method adds a node for one of ONNX's operators; what numpy broadcasts, ONNX broadcasts.
 *
 * @param graph that the node is in
 * @param name of the value
 * @param type of its elements
 */
record Tensor(Graph graph, String name, ElementType type) {

    private static final Map<String, Object> NO_ATTRIBUTES = Map.of();

    private Tensor node(String operator, ElementType result, Map<String, Object> attributes, Tensor... others) {
        List<Tensor> inputs =
                Stream.concat(Stream.of(this), Arrays.stream(others)).toList();
        return graph.node(operator, result, attributes, inputs);
    }

    /** An operator without attributes whose result has the type of this tensor. */
    Tensor apply(String operator, Tensor... others) {
        return node(operator, type, NO_ATTRIBUTES, others);
    }

    Tensor apply(String operator, Map<String, Object> attributes, Tensor... others) {
        return node(operator, type, attributes, others);
    }

    /** With a single number of this tensor's type. */
    Tensor apply(String operator, double number) {
        return apply(operator, constant(number));
    }

    /** A single number of this tensor's type. */
    Tensor constant(double number) {
        return graph.constant(type, new double[] {number});
    }

    Tensor plus(Tensor other) {
        return apply("Add", other);
    }

    Tensor plus(double number) {
        return apply("Add", number);
    }

    Tensor minus(Tensor other) {
        return apply("Sub", other);
    }

    Tensor minus(double number) {
        return apply("Sub", number);
    }

    Tensor times(Tensor other) {
        return apply("Mul", other);
    }

    Tensor times(double number) {
        return apply("Mul", number);
    }

    Tensor squared() {
        return times(this);
    }

    Tensor divided(Tensor other) {
        return apply("Div", other);
    }

    Tensor divided(double number) {
        return apply("Div", number);
    }

    Tensor max(Tensor other) {
        return apply("Max", other);
    }

    Tensor max(double number) {
        return apply("Max", number);
    }

    Tensor min(Tensor other) {
        return apply("Min", other);
    }

    Tensor min(double number) {
        return apply("Min", number);
    }

    Tensor matMul(Tensor other) {
        return apply("MatMul", other);
    }

    /** Whether values are greater than a number. */
    Tensor greater(double number) {
        return node("Greater", ElementType.BOOL, NO_ATTRIBUTES, constant(number));
    }

    /** Whether this, a single number, is less than another. */
    Tensor less(Tensor other) {
        return node("Less", ElementType.BOOL, NO_ATTRIBUTES, other);
    }

    /** One of two values, by this condition. */
    Tensor choose(Tensor ifTrue, Tensor ifFalse) {
        return node("Where", ifTrue.type, NO_ATTRIBUTES, ifTrue, ifFalse);
    }

    Tensor cast(ElementType other) {
        return node("Cast", other, Map.of("to", other.number()));
    }

    Tensor transposed(long... axes) {
        return apply("Transpose", Map.of("perm", axes));
    }

    /** With further axes of size 1. */
    Tensor unsqueezed(long... axes) {
        return apply("Unsqueeze", graph.list(axes));
    }

    /** A list of one number as that number. */
    Tensor single() {
        return apply("Squeeze");
    }

    Tensor reshaped(long... sizes) {
        return apply("Reshape", graph.list(sizes));
    }

    /** The size along an axis, a single number. */
    Tensor size(int axis) {
        return node("Shape", ElementType.INT64, Map.of("start", axis, "end", axis + 1))
                .single();
    }

    /** The mean over axes, which vanish. */
    Tensor mean(long... axes) {
        return reduced("ReduceMean", 0, axes);
    }

    /** The sum over axes, which vanish. */
    Tensor sum(long... axes) {
        return reduced("ReduceSum", 0, axes);
    }

    /** One of ONNX's reductions over axes, which have the size 1 afterwards or vanish. */
    Tensor reduced(String operator, int keptAxes, long... axes) {
        return apply(operator, Map.of("keepdims", keptAxes), graph.list(axes));
    }

    /** The first elements along the first axis. */
    Tensor first(Tensor number) {
        return apply("Slice", graph.list(0), number.unsqueezed(0), graph.list(0));
    }

    /** The elements at indexes along an axis. */
    Tensor gathered(int axis, Tensor indexes) {
        return apply("Gather", Map.of("axis", axis), indexes);
    }

    /** The smallest values along the last axis, ascending, and after them their indexes. */
    List<Tensor> smallest(Tensor number) {
        return graph.node(
                "TopK", List.of(type, ElementType.INT64), Map.of("largest", 0), List.of(this, number.unsqueezed(0)));
    }

    /** The whole numbers from 0 to this one, which is not among them. */
    Tensor range(long step) {
        return constant(0).apply("Range", this, constant(step));
    }
}
