package io.github.jukelab.onnx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph of ONNX while it is built, node by node. The numbers of fields are those of {@code onnx.proto}.
 *
 * @see <a href="https://onnx.ai/onnx/operators">ONNX: operators</a>
 */
final class Graph {

    private final Message message = new Message();
    private int count;

    /**
     * An input.
     *
     * @param sizes numbers, or names of sizes that are not known
     */
    Tensor input(String name, ElementType type, Object... sizes) {
        message.message(11, declaration(name, type, sizes));
        return new Tensor(this, name, type);
    }

    /** Makes a tensor an output. */
    void output(String name, Tensor tensor, Object... sizes) {
        write("Identity", Map.of(), List.of(tensor), List.of(name));
        message.message(12, declaration(name, tensor.type(), sizes));
    }

    private static Message declaration(String name, ElementType type, Object... sizes) {
        Message shape = new Message();
        for (Object size : sizes) {
            Message dimension = new Message();
            shape.message(
                    1,
                    size instanceof Integer number ? dimension.number(1, number) : dimension.text(2, size.toString()));
        }
        Message tensor = new Message().number(1, type.number()).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /**
     * A node.
     *
     * @param type of its output
     * @param attributes {@code Float}, {@code Integer}, {@code String} or {@code long[]}
     */
    Tensor node(String operator, ElementType type, Map<String, Object> attributes, List<Tensor> inputs) {
        return node(operator, List.of(type), attributes, inputs).get(0);
    }

    /** A node with as many outputs as types. */
    List<Tensor> node(String operator, List<ElementType> types, Map<String, Object> attributes, List<Tensor> inputs) {
        List<Tensor> outputs = types.stream()
                .map(type -> new Tensor(this, operator + "_" + ++count, type))
                .toList();
        write(operator, attributes, inputs, outputs.stream().map(Tensor::name).toList());
        return outputs;
    }

    private void write(String operator, Map<String, Object> attributes, List<Tensor> inputs, List<String> outputs) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input.name()));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, outputs.get(0)).text(4, operator);
        new TreeMap<>(attributes).forEach((name, value) -> node.message(5, attribute(name, value)));
        message.message(1, node);
    }

    private static Message attribute(String name, Object value) {
        Message attribute = new Message().text(1, name);
        if (value instanceof Float real) {
            return attribute.real(2, real).number(20, 1);
        }
        if (value instanceof Integer number) {
            return attribute.number(3, number).number(20, 2);
        }
        if (value instanceof String text) {
            return attribute.text(4, text).number(20, 3);
        }
        for (long number : (long[]) value) {
            attribute.number(8, number);
        }
        return attribute.number(20, 7);
    }

    /** A constant; without sizes it is a single value. */
    Tensor constant(ElementType type, double[] values, int... sizes) {
        return named("constant_" + ++count, type, values, sizes);
    }

    private Tensor named(String name, ElementType type, double[] values, int... sizes) {
        Message tensor = new Message();
        for (int size : sizes) {
            tensor.number(1, size);
        }
        message.message(5, tensor.number(2, type.number()).text(8, name).data(9, type.bytes(values)));
        return new Tensor(this, name, type);
    }

    Tensor floats(float[] values, int... sizes) {
        return constant(ElementType.FLOAT, doubles(values), sizes);
    }

    /** A constant with a name by which it can be found in the file. */
    Tensor floats(String name, float[] values, int... sizes) {
        return named(name, ElementType.FLOAT, doubles(values), sizes);
    }

    private static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    /** A list of whole numbers, such as axes. */
    Tensor list(long... values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return constant(ElementType.INT64, copy, values.length);
    }

    /** A matrix as rows. */
    Tensor matrix(double[][] rows) {
        int columns = rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return constant(ElementType.DOUBLE, values, rows.length, columns);
    }

    /** All of it, as the file has it. */
    Message message(String name) {
        return message.text(2, name);
    }
}
