package io.github.jukelab.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A sound file of the manifest.
 *
 * @param path with its file system, such as {@code hdfs://cluster/music/jazz/1.mp3}
 * @param bytes by which files are shared out to tasks, 0 or more
 * @param track what the file is called in the table, such as {@code jazz/1.mp3}
 * @param label its class
 */
record SoundEntry(String path, long bytes, String track, String label) implements Serializable {

    /** The columns of a manifest. Two files are the same if all of them are. */
    static final List<String> COLUMNS = List.of("path", "bytes", "track", "label");

    static final StructType SCHEMA = new StructType()
            .add("path", DataTypes.StringType, false)
            .add("bytes", DataTypes.LongType, false)
            .add("track", DataTypes.StringType, false)
            .add("label", DataTypes.StringType, false);

    static SoundEntry of(Row row) {
        return new SoundEntry(row.getString(0), row.getLong(1), row.getString(2), row.getString(3));
    }

    Row toRow() {
        return RowFactory.create(path, bytes, track, label);
    }
}
