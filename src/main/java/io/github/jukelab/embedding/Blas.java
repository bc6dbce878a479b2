package io.github.jukelab.embedding;

import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of matrices by OpenBLAS, which ND4J brings; it is loaded with the first product. It takes one thread: files are
 * read in parallel already.
 */
final class Blas {

    static {
        openblas_nolapack.blas_set_num_threads(1);
    }

    private Blas() {}

    /**
     * The product of two matrices.
     *
     * @param left {@code rows} x {@code inner}; or if transposed {@code inner} x {@code rows}
     * @param right {@code inner} x {@code columns}
     * @param product gets {@code rows} x {@code columns} values
     */
    static void multiply(
            float[] left, boolean transposed, float[] right, float[] product, int rows, int columns, int inner) {
        openblas_nolapack.cblas_sgemm(
                openblas_nolapack.CblasRowMajor,
                transposed ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                openblas_nolapack.CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                left,
                transposed ? rows : inner,
                right,
                columns,
                0,
                product,
                columns);
    }
}
