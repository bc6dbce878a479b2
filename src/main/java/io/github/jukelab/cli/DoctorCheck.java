package io.github.jukelab.cli;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * One line of the doctor's report.
 *
 * @param ok whether the check passed
 * @param subject what was checked
 * @param finding what was found, or what to do
 */
record DoctorCheck(boolean ok, String subject, String finding) {

    static DoctorCheck ok(String subject, String finding) {
        return new DoctorCheck(true, subject, finding);
    }

    static DoctorCheck fail(String subject, String finding) {
        return new DoctorCheck(false, subject, finding);
    }

    /** Runs a check; one that throws has failed. */
    static DoctorCheck of(String subject, Supplier<DoctorCheck> check) {
        try {
            return check.get();
        } catch (RuntimeException | LinkageError e) {
            return fail(subject, "failed: " + e);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-5s %-13s %s", ok ? "OK" : "FAIL", subject, finding);
    }
}
