package io.github.jukelab.libtorch;

import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Device;
import io.github.jukelab.network.DeviceChoice;
import io.github.jukelab.network.Engine;
import io.github.jukelab.network.EngineProvider;
import java.util.Optional;

/** Engines of libtorch, for the service loader. Its Java part and its native libraries are optional. */
public final class LibtorchProvider implements EngineProvider {

    /** For the service loader. */
    public LibtorchProvider() {}

    @Override
    public String name() {
        return "libtorch";
    }

    @Override
    public String description() {
        return name() + " " + Libtorch.version();
    }

    @Override
    public Optional<String> obstacle() {
        Optional<String> obstacle = Libtorch.obstacle();
        return obstacle.isEmpty() && onCard() ? Cuda.obstacle() : obstacle;
    }

    @Override
    public Engine create(Architecture architecture) {
        return new LibtorchEngine(architecture, onCard() ? Cuda.FIRST : "cpu");
    }

    private boolean onCard() {
        return DeviceChoice.of(name()) == Device.GPU;
    }

    @Override
    public String toString() {
        return "LibtorchProvider[" + description() + "]";
    }
}
