package com.example.mccm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api")
public class ApiController {
    @Value("${example.version}")
    private String version;

    @Value("${example.profile:none}")
    private String profile;

    @Value("${example.greeting:}")
    private String greeting;

    @Value("${example.files}")
    private String files;

    private final Background background;
    private final Consumer consumer;

    public ApiController(Background background, Consumer consumer) {
        this.background = background;
        this.consumer = consumer;
    }

    /** Tells which build runs, under which profile, and what `env` gave it. */
    @GetMapping("/version")
    public Map<String, String> version() {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("version", version);
        answer.put("profile", profile);
        answer.put("greeting", greeting);
        return answer;
    }

    /** What a proxy in front said of the request. */
    @GetMapping("/request")
    public Map<String, String> request(HttpServletRequest request) {
        Map<String, String> answer = new LinkedHashMap<>();
        for (String name : new String[] {"Host", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Real-IP"}) {
            answer.put(name, request.getHeader(name));
        }
        return answer;
    }

    /** Answers after `ms` milliseconds (at most 60000): a request that is under way while versions change. */
    @GetMapping("/slow")
    public String slow(@RequestParam(defaultValue = "1000") long ms) throws InterruptedException {
        Thread.sleep(Math.max(0, Math.min(ms, 60_000)));
        return version;
    }

    /** Reads a file of the mounted folder. */
    @GetMapping("/files/{name:[A-Za-z0-9_-]+}")
    public String read(@PathVariable String name) throws IOException {
        Path file = Paths.get(files, name);
        if (!Files.isRegularFile(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new String(Files.readAllBytes(file), "UTF-8");
    }

    /** Writes a file of the mounted folder. */
    @PutMapping("/files/{name:[A-Za-z0-9_-]+}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void write(@PathVariable String name, @RequestBody String body) throws IOException {
        Files.createDirectories(Paths.get(files));
        Files.write(Paths.get(files, name), body.getBytes("UTF-8"));
    }

    /** As above, `ms` milliseconds (at most 60000) after the answer. */
    @PostMapping("/background/{name:[A-Za-z0-9_-]+}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void writeLater(@PathVariable String name, @RequestParam long ms, @RequestBody String body) throws Exception {
        background.write(Paths.get(files, name), body.getBytes("UTF-8"), Math.max(0, Math.min(ms, 60_000)));
    }

    /** As above, by a message that waits for those before it. */
    @PostMapping("/messages/{name:[A-Za-z0-9_-]+}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void send(@PathVariable String name, @RequestParam long ms, @RequestBody String body) throws Exception {
        consumer.send(Paths.get(files, name), body.getBytes("UTF-8"), Math.max(0, Math.min(ms, 60_000)));
    }
}
