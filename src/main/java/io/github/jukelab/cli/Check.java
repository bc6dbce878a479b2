package io.github.jukelab.cli;

import java.util.function.Supplier;

/**
 * One line of the doctor's report.
 *
 * @param ok whether all is well
 * @param subject what was looked at
 * @param finding what was found, or what to do
 */
record Check(boolean ok, String subject, String finding) {

    static Check ok(String subject, String finding) {
        return new Check(true, subject, finding);
    }

    static Check mend(String subject, String finding) {
        return new Check(false, subject, finding);
    }

    /** Runs a check that may fail in ways of its own: a failure is a finding too. */
    static Check of(String subject, Supplier<Check> check) {
        try {
            return check.get();
        } catch (RuntimeException | LinkageError e) {
            return mend(subject, "failed: " + e);
        }
    }

    @Override
    public String toString() {
        return String.format("%-5s %-13s %s", ok ? "OK" : "MEND", subject, finding);
    }
}
