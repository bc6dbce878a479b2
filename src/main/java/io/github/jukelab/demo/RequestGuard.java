package io.github.jukelab.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses what another page makes a browser send. A page whose name was made to lead to this machine (DNS rebinding)
 * sends its own name as {@code Host}; a form or script of another page is told by {@code Sec-Fetch-Site}, which scripts
 * cannot set, or in browsers without it by {@code Origin}.
 */
final class RequestGuard {

    /** Sent with every answer. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "microphone=(self)",
            "Cache-Control",
            "no-cache");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Optional<Set<String>> hosts;

    /** In a network, a server may have any name; on loopback, these only. */
    RequestGuard(InetAddress address, String host) {
        this.hosts = address.isLoopbackAddress() ? Optional.of(names(host)) : Optional.empty();
    }

    private static Set<String> names(String host) {
        Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(bracketed(host).toLowerCase(Locale.ROOT));
        return names;
    }

    /** A host as it stands in an address. */
    static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** The port may be any: a tunnel has another one. */
    void check(HttpServletRequest request) throws RequestFailure {
        String host = request.getHeader("Host");
        if (hosts.isPresent() && (host == null || !hosts.get().contains(name(host)))) {
            throw RequestFailure.otherHost();
        }
        if (!READING.contains(request.getMethod()) && !isOwn(request, host)) {
            throw RequestFailure.otherOrigin();
        }
    }

    private static String name(String host) {
        return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isOwn(HttpServletRequest request, String host) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }
}
