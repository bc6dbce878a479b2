/**
 * What every room shares: how long work reports and is stopped.
 *
 * <p>The rooms, in the order of the data's way: {@code audio} → {@code signal} → {@code feature} → {@code table} →
 * {@code network}; {@code data set}, {@code catalog}, {@code image}, {@code classic}, {@code evaluation} and
 * {@code provenance} stand beside; {@code plot},
 * {@code notebook} and {@code cli} are leaves that nobody imports.
 */
package io.github.jukelab;
