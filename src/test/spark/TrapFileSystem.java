import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Local files as {@code trap:/…}, for test_spark.py. Opening one whose name begins with {@code kills} ends the JVM, as an
 * error in native code does; one that begins with {@code hangs} is never opened.
 */
public final class TrapFileSystem extends RawLocalFileSystem {

    private static final int SEGMENTATION_FAULT = 139;

    @Override
    public URI getUri() {
        return URI.create("trap:///");
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        if (file.getName().startsWith("kills")) {
            Runtime.getRuntime().halt(SEGMENTATION_FAULT);
        }
        if (file.getName().startsWith("hangs")) {
            sleep();
        }
        return super.open(file, bufferSize);
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(Duration.ofHours(1).toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
