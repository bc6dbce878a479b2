package io.github.jukelab.cli;

import picocli.CommandLine.Command;

@Command(name = "data")
final class DataCommand implements Runnable {
    @Override
    public void run() {}
}
