package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.StandIn;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Makes a stand-in's file and its hash in one pass. */
final class StandInMaker implements StandInCache.Maker {

    @Override
    public FileDigest make(StandIn shape, Path target) throws IOException {
        MessageDigest digest = FileDigest.newDigest();
        try (FileOutputStream file = new FileOutputStream(target.toFile());
                DigestOutputStream out = new DigestOutputStream(file, digest)) {
            new StandInWriter(shape).write(out);
            file.getChannel().force(true);
        }
        return FileDigest.of(digest, Files.size(target));
    }
}
