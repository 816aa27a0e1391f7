package com.example.shop;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class ShopServerApplication {
    @Value("${example.version}")
    private String version;

    public static void main(String[] args) {
        SpringApplication.run(ShopServerApplication.class, args);
    }

    /** Tells which build runs; under the context path: /shop/api/version. */
    @GetMapping("/api/version")
    public Map<String, String> version() {
        return Map.of("version", version);
    }
}
