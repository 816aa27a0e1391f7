package com.example.mccm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

/** Work that no request waits for. */
@Service
public class Background {
    /** Writes a file after `ms` milliseconds: a task that is under way when the application is told to end. */
    @Async
    public void write(Path file, byte[] bytes, long ms) throws InterruptedException, IOException {
        Thread.sleep(ms);
        put(file, bytes);
    }

    static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
