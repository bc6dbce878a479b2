package io.github.jukelab.exercise;

/** A value that a check cannot use, such as text in place of a number. The message ends a sentence: "share is …". */
final class UnusableValueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableValueException(String message) {
        super(message);
    }
}
