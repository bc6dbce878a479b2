package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestGuardTest {

    /** A request of which only the method and the headers are asked for. */
    private static HttpServletRequest request(String method, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestGuardTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) ->
                        called.getName().equals("getMethod") ? method : headers.get(arguments[0]));
    }

    private static String verdict(String listening, String method, String host, String origin, String site)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Host", host);
        headers.put("Origin", origin);
        headers.put("Sec-Fetch-Site", site);
        try {
            new RequestGuard(InetAddress.getByName(listening), listening).check(request(method, headers));
            return "yes";
        } catch (RequestFailure e) {
            assertThat(e.status()).isEqualTo(403);
            return e.answer().error().code();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:8080, yes",
        "127.0.0.1, localhost:8080, yes",
        "127.0.0.1, LOCALHOST, yes",
        "127.0.0.1, localhost:9000, yes", // through a tunnel
        "127.0.0.1, [::1]:8080, yes",
        "127.0.0.1, evil.example, other-host",
        "127.0.0.1, evil.example:8080, other-host",
        "127.0.0.1, 127.0.0.1.evil.example, other-host",
        "127.0.0.1, localhost.:8080, other-host",
        "127.0.0.1, '', other-host",
        "127.0.0.1, , other-host",
        "127.0.0.2, 127.0.0.2:8080, yes",
        "::1, [::1]:8080, yes",
        "0.0.0.0, any.example:8080, yes",
        "0.0.0.0, , yes"
    })
    void knowsItsOwnNames(String listening, String host, String expected) throws IOException {
        assertThat(verdict(listening, "GET", host, null, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, , , yes", // no browser
        "POST, http://localhost:8080, , yes",
        "POST, https://localhost:8080, , yes", // a proxy ends TLS
        "POST, http://localhost:3000, , other-origin",
        "POST, http://localhost, , other-origin",
        "POST, http://evil.example, , other-origin",
        "POST, null, , other-origin",
        "POST, '', , other-origin",
        "POST, http://localhost:8080, same-origin, yes",
        "POST, https://proxy.example, same-origin, yes", // a proxy changes the host
        "POST, http://localhost:8080, cross-site, other-origin",
        "POST, , same-site, other-origin",
        "DELETE, http://evil.example, , other-origin",
        "GET, http://evil.example, , yes",
        "GET, , cross-site, yes", // a link to the page
        "HEAD, http://evil.example, , yes",
        "OPTIONS, http://evil.example, , yes"
    })
    void letsOnlyItsOwnPageSend(String method, String origin, String site, String expected) throws IOException {
        assertThat(verdict("127.0.0.1", method, "localhost:8080", origin, site)).isEqualTo(expected);
    }
}
