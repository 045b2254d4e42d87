package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRun;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;

/** A history file without the disk under it: what is appended is read through the same bytes. */
public final class MemoryStore implements HistoryStore {

    private final EntryJson json = new EntryJson();
    private ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public Contents read() {
        return new Contents(HistoryFile.of(file.toByteArray(), json).entries(), List.of());
    }

    @Override
    public void append(Entry entry) {
        file.writeBytes(Line.of(json.encode(entry)));
    }

    @Override
    public int prune(Retention retention) {
        HistoryFile found = HistoryFile.of(file.toByteArray(), json);
        Set<KeptRun> going = retention.removable(read());
        file = new ByteArrayOutputStream();
        file.writeBytes(found.bytes(part -> part.entry().filter(going::contains).isEmpty()));
        return going.size();
    }
}
