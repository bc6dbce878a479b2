import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.FeatureRow;

public class FirstRow {
    public static void main(String[] files) throws Exception {
        FeatureRow row = FeatureRow.of(Wave.read(files[0]));
        for (String name : row.names()) {
            System.out.println(name + " " + row.value(name));
        }
    }
}
