package com.example.notes;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
public class NotesController {
    private final JdbcTemplate database;
    private final String version;

    public NotesController(JdbcTemplate database, @Value("${example.version}") String version) {
        this.database = database;
        this.version = version;
    }

    /** Tells which build runs. */
    @GetMapping("/version")
    public Map<String, String> version() {
        return Collections.singletonMap("version", version);
    }

    /** All notes, in the order in which they were written. */
    @GetMapping("/notes")
    public List<String> notes() {
        return database.queryForList("SELECT body FROM notes ORDER BY id", String.class);
    }

    /** Writes a note: the body of the request, as it is. */
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    public void write(@RequestBody String body) {
        database.update("INSERT INTO notes (body) VALUES (?)", body);
    }
}
