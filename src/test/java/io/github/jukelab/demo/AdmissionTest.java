package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AdmissionTest {

    @Test
    void limitsAClientAndAll() throws RequestFailure {
        Admission admission = new Admission(3, 2);
        Admission.Place first = admission.enter("a");
        admission.enter("a");
        assertThatThrownBy(() -> admission.enter("a"))
                .isInstanceOfSatisfying(
                        RequestFailure.class, e -> assertThat(e.status()).isEqualTo(429));
        Admission.Place other = admission.enter("b");
        assertThatThrownBy(() -> admission.enter("b"))
                .isInstanceOfSatisfying(
                        RequestFailure.class, e -> assertThat(e.status()).isEqualTo(503));
        first.close();
        admission.enter("a");
        other.close();
        admission.enter("b");
        assertThatThrownBy(() -> admission.enter("c")).hasMessageContaining("busy");
    }
}
