package io.github.jukelab.check;

/** What a check looks for, in the order in which it is told. */
public enum Topic {
    /** Cannot be decoded. */
    UNREADABLE(false, "cannot be read", "Training leaves these files out. Replace or delete them."),
    /** Decoded with a warning, such as a truncated file. */
    DAMAGED(false, "incomplete or odd", "They are read as far as possible. Look for whole copies."),
    /** Nothing in it is louder than -60 dB of full scale, apart from a constant offset. */
    SILENT(false, "silent", "There is nothing to learn from them. Delete them."),
    /** Shorter than a tenth of the median length, or than 0.1 s. */
    TOO_SHORT(false, "much shorter than the others", "Look whether they were cut by accident."),
    /** At least ten times, and for 0.01 % of the time, three or more samples in a row stay at the highest or lowest. */
    CLIPPED(
            false,
            "clipped",
            "They were recorded too loud. This matters if one label has more of them: a model learns it. Record again with less gain, or delete them."),
    /** Another sample rate than most files. */
    OTHER_RATE(
            false, "another sample rate", "All are resampled for training, but a lower rate has no high frequencies."),
    /** Another number of channels than most files. */
    OTHER_CHANNELS(false, "another number of channels", "Channels become their mean. Look why these differ."),
    /** Label and format of the files go together. */
    FORMAT_IS_LABEL(
            false,
            "the format tells the label",
            "A model may learn the format instead of the sound. Bring all files into one format, at the lowest rate of all."),
    /** The same samples as an earlier file, without a leak. */
    DUPLICATED(false, "the same samples twice", "Training leaves out the second one. Delete it."),
    /** The same sound as an earlier file, at least 5 s or half of the shorter one, without a known leak. */
    ALIKE(
            false,
            "nearly the same sound",
            "A random split may put one of them into training and the other into the test. Delete one, or put them into one folder within the folder of the label, or into one group of a label table, which splits by group keep together."),
    /** As near in the space of an embedding as a copy would be. */
    SIMILAR(
            false,
            "perhaps the same recording",
            "By the embedding. Listen: it may be the same recording at another speed, a cover, or another track of the same artist. What belongs together belongs into one group."),
    /** At least four of the five nearest tracks, in the space of an embedding, have one other label; none has its own. */
    ODD_LABEL(false, "odd labels", "By the embedding. Listen: the label may be wrong, or the track unusual for it."),
    /** A label has fewer than five files that can be used. */
    FEW(false, "few files", "Training leaves out labels with fewer than 5 files."),
    /** The largest label has more than three times as many usable files as the smallest. */
    UNEVEN(false, "uneven labels", "Accuracy flatters a model that prefers the largest label. Look at each label."),
    /** All files of a label are of one group, or named after one date. */
    ONE_GROUP(
            false,
            "one session or group per label",
            "A model may learn the room or the microphone instead of the label, and no split by group can tell. Record each label in several sessions."),
    /** Files without a group whose names begin alike, such as {@code rex_01} and {@code rex_02}. */
    NAMED_GROUPS(
            false,
            "names that begin alike",
            "If such a beginning is a speaker, an animal, a place, a session or a recording that was cut, then it is a group, and a random split leaks. Put its files into a folder of this name within the folder of the label, or name the group in a label table."),
    /** Names have the words train and test, but are not in folders of these names. */
    NAMED_SUBSETS(
            false,
            "train and test in names only",
            "Splits do not look at these names. Put the files into folders train and test to use this split."),
    /** The same sound with two labels, in two groups or in two subsets. */
    LEAK(
            true,
            "the same sound on two sides",
            "With two labels, one is wrong. In two groups or in both train and test, the test repeats what was learned. Delete one, or correct label, group or folder."),
    /** A group has files in two of the folders train, validation and test. */
    GROUP_IN_SUBSETS(
            true,
            "one group in train and test",
            "The test would repeat what was learned. Move all files of a group into one of the folders."),
    /** Fewer than two labels with five files that can be used, or a label without any. */
    UNTRAINABLE(
            true, "nothing to train with", "Training needs at least two labels, each with 5 files that can be used.");

    private final boolean stops;
    private final String title;
    private final String advice;

    Topic(boolean stops, String title, String advice) {
        this.stops = stops;
        this.title = title;
        this.advice = advice;
    }

    /**
     * Whether training should not go on before this is mended.
     *
     * @return false for a warning
     */
    public boolean stops() {
        return stops;
    }

    /**
     * What is wrong, to be shown.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * What to do about it.
     *
     * @return a few sentences
     */
    public String advice() {
        return advice;
    }
}
