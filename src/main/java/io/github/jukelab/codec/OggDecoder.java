package io.github.jukelab.codec;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;

/** Decodes the links of an Ogg file one after the other, each as a file of its own. */
final class OggDecoder implements Decoder {

    private final SoundFile file;
    private final AVInputFormat container;
    private final List<OggLink> links;
    private final List<String> warnings = new ArrayList<>();
    private FFmpegDecoder decoder;
    private int opened = 1;

    OggDecoder(SoundFile file, AVInputFormat container) throws AudioException {
        this.file = file;
        this.container = container;
        links = OggLink.of(file);
        decoder = open(links.get(0));
    }

    private FFmpegDecoder open(OggLink link) throws AudioException {
        return FFmpegDecoder.open(file.part(link.from(), link.to()), container, link);
    }

    @Override
    public boolean next(SampleBuffer samples) throws AudioException {
        if (decoder.next(samples)) {
            return true;
        }
        if (opened == links.size()) {
            return false;
        }
        warnings.addAll(decoder.warnings(true));
        decoder.close();
        decoder = open(links.get(opened));
        opened++;
        return true;
    }

    @Override
    public List<String> warnings(boolean ended) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(decoder.warnings(ended));
        return all;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
