/**
 * The demo: a small server that predicts for the sound files which a page in the browser, or any other client, sends it.
 *
 * <p>Conventions: nothing of a request is trusted, neither its length nor its type nor its origin; an upload is a file of
 * a name of ours that is removed before the answer; every error has one shape, a status, a code and a sentence.
 *
 * <p>Main types: {@link io.github.jukelab.demo.DemoServer}, which runs until it is closed; {@link
 * io.github.jukelab.demo.DemoModel}; {@link io.github.jukelab.demo.DemoLimits}.
 *
 * <p>Sources: RFC 9110 (HTTP semantics); W3C, Fetch Metadata Request Headers and Content Security Policy Level 3;
 * {@code docs/demo.md} for the interface.
 */
package io.github.jukelab.demo;
