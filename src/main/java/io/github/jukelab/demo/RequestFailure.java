package io.github.jukelab.demo;

import io.github.jukelab.codec.AudioException;
import java.io.IOException;
import java.util.Locale;

/** A request that is refused or failed: what the client is told. */
final class RequestFailure extends IOException {

    private static final long serialVersionUID = 1;

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int NOT_AUDIO = 415;
    private static final int UNREADABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private static final String SLOW = "took-too-long";
    private static final double MEBIBYTE = 1 << 20;

    /** The body of an answer: the one shape of all errors. */
    record Answer(Error error) {

        /** What went wrong: the status of HTTP, a word for programs, a sentence for people. */
        record Error(int status, String code, String message) {}
    }

    private final int status;
    private final String code;

    private RequestFailure(int status, String code, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    private static RequestFailure of(int status, String code, String message) {
        return new RequestFailure(status, code, message, null);
    }

    static RequestFailure badRequest(String message) {
        return of(BAD_REQUEST, "bad-request", message);
    }

    static RequestFailure otherOrigin() {
        return of(FORBIDDEN, "other-origin", "Only the demo's own page may send sounds from a browser.");
    }

    static RequestFailure otherHost() {
        return of(FORBIDDEN, "other-host", "This server has another name.");
    }

    static RequestFailure notFound() {
        return of(NOT_FOUND, "not-found", "There is nothing under this address.");
    }

    static RequestFailure methodNotAllowed() {
        return of(METHOD_NOT_ALLOWED, "method-not-allowed", "This address has other methods.");
    }

    static RequestFailure tooLarge(long limit) {
        return of(
                TOO_LARGE,
                "too-large",
                String.format(Locale.ROOT, "The file is larger than the limit of %.0f MB.", limit / MEBIBYTE));
    }

    static RequestFailure tooLong(double limit) {
        return of(
                TOO_LARGE,
                "too-long",
                String.format(Locale.ROOT, "The sound is longer than the limit of %.0f seconds.", limit));
    }

    static RequestFailure tooMany(int limit) {
        return of(
                TOO_MANY_REQUESTS,
                "too-many-requests",
                "This client has " + limit + " requests running already; wait for one of them.");
    }

    static RequestFailure busy() {
        return of(UNAVAILABLE, "busy", "The server is busy; try again in a few seconds.");
    }

    static RequestFailure tookTooLong(String what, int seconds) {
        return of(UNAVAILABLE, SLOW, what + " took longer than the limit of " + seconds + " seconds.");
    }

    static RequestFailure internal(Throwable cause) {
        return new RequestFailure(INTERNAL, "internal", "The server failed; its log says why.", cause);
    }

    /** Why a file cannot be used; a fault of the program or the disk is not the file's. */
    static RequestFailure of(AudioException e) {
        String reason = e.reason();
        return switch (e.problem()) {
            case NOT_AUDIO -> of(NOT_AUDIO, "not-audio", "This is no sound file: " + reason);
            case TOO_LONG -> of(TOO_LARGE, "too-long", "The sound is too long: " + reason);
            case MISSING -> internal(e);
            default ->
                e.getCause() == null || e.getCause() instanceof IllegalArgumentException
                        ? of(UNREADABLE, "unreadable", "This sound file cannot be used: " + reason)
                        : internal(e);
        };
    }

    /** What HTTP itself refuses, such as a header that is too long. */
    static RequestFailure ofStatus(int status) {
        return switch (status) {
            case NOT_FOUND -> notFound();
            case METHOD_NOT_ALLOWED -> methodNotAllowed();
            default ->
                status >= INTERNAL
                        ? of(status, "internal", "The server failed; its log says why.")
                        : of(status, "bad-request", "This is no request that the server understands.");
        };
    }

    int status() {
        return status;
    }

    /** Whether the same request may succeed a little later. */
    boolean passes() {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    /** Whether time was over; otherwise the client may still be sending. */
    boolean isSlow() {
        return code.equals(SLOW);
    }

    Answer answer() {
        return new Answer(new Answer.Error(status, code, getMessage()));
    }
}
