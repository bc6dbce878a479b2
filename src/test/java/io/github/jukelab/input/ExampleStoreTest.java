package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExampleStoreTest {

    @Test
    void readsFromHeapAndFile() {
        ExampleStore values = new ExampleStore(2, 3 * 2 * Float.BYTES, ExampleStore.Place.TEMPORARY);
        for (int i = 0; i < 10; i++) {
            assertThat(values.append(new float[] {i, -i})).isEqualTo(i);
        }
        float[] row = new float[2];
        for (int i : new int[] {9, 0, 3, 2, 7}) {
            values.read(i, row);
            assertThat(row).containsExactly(i, -i);
        }
    }

    @Test
    void anInterruptedThreadCanReadTheFile() {
        ExampleStore values = new ExampleStore(1, 0, ExampleStore.Place.TEMPORARY);
        values.append(new float[] {7});
        float[] row = new float[1];
        Thread.currentThread().interrupt();
        values.read(0, row);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(row).containsExactly(7);
    }
}
