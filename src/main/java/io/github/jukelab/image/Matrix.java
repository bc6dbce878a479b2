package io.github.jukelab.image;

/** Checks the sizes of matrices, which are stored row by row and have at least one value. */
final class Matrix {

    private Matrix() {}

    static void check(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("width and height must be at least 1, got " + width + " x " + height);
        }
    }

    static void check(int values, int height, int width, String name) {
        check(height, width);
        if (values != (long) height * width) {
            throw new IllegalArgumentException(
                    width + " x " + height + " needs " + (long) height * width + " " + name + ", got " + values);
        }
    }
}
