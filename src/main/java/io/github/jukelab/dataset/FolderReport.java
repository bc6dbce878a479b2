package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a folder was taken for, and what of it is not used: to be shown before work on it begins.
 *
 * @param dataset the tracks
 * @param layout how they lie in the folder, a short phrase; for a data set with declared tracks its title
 * @param passedOver a line for each file that is no track, with the reason
 * @param unreadable a line for each file or folder that cannot be looked at, with the reason
 */
public record FolderReport(Dataset dataset, String layout, List<String> passedOver, List<String> unreadable) {

    /** With more labels, only their number is shown. */
    private static final int MOST_LABELS = 12;

    /**
     * Copies the lists.
     *
     * @param dataset the tracks
     * @param layout how they lie in the folder
     * @param passedOver a line for each file that is no track
     * @param unreadable a line for each file or folder that cannot be looked at
     */
    public FolderReport {
        passedOver = List.copyOf(passedOver);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Compares a data set with its folder. Of a declared data set, only the folders of its labels are looked at.
     *
     * @param dataset as it was opened
     * @return the report
     * @throws DatasetException if the folder cannot be listed
     */
    public static FolderReport of(Dataset dataset) throws DatasetException {
        FolderScan scan = FolderScan.of(dataset.folder());
        boolean own = isOwn(dataset);
        List<String> passedOver = new ArrayList<>();
        Set<Path> used = new HashSet<>();
        Map<String, Path> byName = new HashMap<>();
        dataset.tracks().forEach(track -> {
            Path file = dataset.folder().relativize(track.file());
            used.add(file);
            byName.put(PathText.withoutExtension(PathText.of(file)), file);
        });
        for (Path file : scan.recordings()) {
            if (!used.contains(file) && (own || file.getNameCount() > 1)) {
                passedOver.add(PathText.of(file) + ": " + reason(dataset, file, byName));
            }
        }
        for (Path file : scan.others()) {
            if (own || file.getNameCount() > 1) {
                passedOver.add(PathText.of(file) + ": not the extension of a sound file");
            }
        }
        String layout = own
                ? FolderLayout.of(scan.recordings()).description(scan.recordings())
                : dataset.title() + share(dataset);
        return new FolderReport(dataset, layout, passedOver, scan.unreadable());
    }

    /** Whether the tracks are those of an {@link AudioFolder}. */
    private static boolean isOwn(Dataset dataset) {
        return dataset.info().rate().isEmpty() && dataset.info().tracks().isEmpty();
    }

    private static String reason(Dataset dataset, Path file, Map<String, Path> byName) {
        Path other = byName.get(PathText.withoutExtension(PathText.of(file)));
        if (other != null) {
            return "another format of " + PathText.of(other);
        }
        return isOwn(dataset) ? "beside the folders of the classes" : "not a track of " + dataset.title();
    }

    private static String share(Dataset dataset) {
        int all = dataset.info().tracks().size();
        return all == 0 ? "" : ", " + dataset.tracks().size() + " of " + all + " tracks";
    }

    private String counts() {
        List<String> labels = dataset.labels();
        return labels.size() > MOST_LABELS
                ? dataset.tracks().size() + " tracks, " + labels.size() + " labels"
                : labels.stream()
                        .map(label -> label + " " + dataset.tracks(label).size())
                        .collect(Collectors.joining(", "));
    }

    /** One line, such as {@code recordings: a folder per class: cat 6, dog 6; 3 files passed over}. */
    @Override
    public String toString() {
        String passed =
                switch (passedOver.size()) {
                    case 0 -> "";
                    case 1 -> "; 1 file passed over";
                    default -> "; " + passedOver.size() + " files passed over";
                };
        return dataset.folder() + ": " + layout + ": " + counts() + passed;
    }
}
