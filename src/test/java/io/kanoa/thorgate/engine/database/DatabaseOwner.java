package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A process that starts a database, with logs and cache in the folder of its first argument, and waits. */
final class DatabaseOwner {

    private DatabaseOwner() {}

    /** Prints the numbers of the custodian and of the database. */
    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Databases databases = new Databases(new CustodyLauncher(folder, folder), name -> Optional.empty());
        DatabaseSpec spec =
                new DatabaseSpec("pg", DatabaseSpec.POSTGRESQL, List.of(), new Launch.Program(Optional.empty()));
        RunningDatabase database = databases.start(spec, Duration.ofSeconds(60));
        database.table(3).load(10, id -> new Passage(new float[] {1, 2, id}, "text"));
        ProcessHandle process =
                ProcessHandle.of(database.processId().orElseThrow()).orElseThrow();
        System.out.println(process.parent().orElseThrow().pid());
        System.out.println(process.pid());
        System.in.transferTo(System.out);
    }
}
