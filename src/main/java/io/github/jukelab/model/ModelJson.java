package io.github.jukelab.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The JSON of a model's file. Reading is strict: no key twice or unknown, nothing missing or null, no number in place
 * of a text, no fraction in place of a whole number. Jackson itself limits the depth to 1000.
 */
final class ModelJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private static final String WRONG = " is missing or has no value of its type";

    private ModelJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static byte[] bytes(JsonNode node) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    }

    static JsonNode parse(byte[] bytes, String entry) throws IOException {
        try {
            return MAPPER.readTree(bytes);
        } catch (StreamConstraintsException e) {
            throw new IOException(entry + " has a depth, a number or a text that is too long to be read", e);
        } catch (JsonProcessingException e) {
            throw new IOException(entry + " is not readable as JSON" + line(e.getLocation()), e);
        }
    }

    private static String line(JsonLocation at) {
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    static <T> T value(JsonNode node, Class<T> type, String name) throws IOException {
        try {
            T value = MAPPER.treeToValue(node, type);
            if (value == null) {
                throw new IOException(name + WRONG);
            }
            return value;
        } catch (JsonMappingException e) {
            throw new IOException(name + path(e.getPath()) + reason(e), e);
        }
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
    }

    private static String reason(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return ": " + refused.getMessage();
        }
        if (e instanceof UnrecognizedPropertyException) {
            return " is unknown";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            String known = Arrays.toString(format.getTargetType().getEnumConstants());
            return " must be one of " + known + ", got " + format.getValue();
        }
        return WRONG;
    }
}
