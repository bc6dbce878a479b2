package io.github.jukelab.demo;

import io.github.jukelab.model.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model that the demo offers.
 *
 * @param name what requests and page call it, such as the name of its file
 * @param model with a preprocessing
 */
public record DemoModel(String name, TrainedModel model) {

    /**
     * Checks that the model's input is sound, and that it can predict here.
     *
     * @param name what requests and page call it
     * @param model with a preprocessing
     * @throws IllegalArgumentException if it has no preprocessing
     * @throws java.io.UncheckedIOException if it needs an embedding that this machine does not have
     */
    public DemoModel {
        if (model.preprocessing().isEmpty()) {
            throw new IllegalArgumentException(name + ": cannot predict for sound: " + model + " has no preprocessing");
        }
        model.preprocessing().get().requireReady();
    }

    /** The same models with a number behind each name that was there before. */
    static List<DemoModel> distinct(List<DemoModel> models) {
        Set<String> names = new TreeSet<>();
        List<DemoModel> distinct = new ArrayList<>();
        for (DemoModel model : models) {
            String name = model.name;
            for (int i = 2; !names.add(name); i++) {
                name = model.name + " (" + i + ")";
            }
            distinct.add(new DemoModel(name, model.model));
        }
        return List.copyOf(distinct);
    }
}
