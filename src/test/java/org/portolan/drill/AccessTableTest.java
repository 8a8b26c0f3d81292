package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of access speaks of every address that there is. */
class AccessTableTest {
  /** Answered by filters and the sign-in pages themselves, which have tests of their own. */
  private static final Set<String> ASIDE =
      Set.of(
          "/error",
          "/calendar-feed/*",
          "/calendar-poster/*",
          "/practice-paper",
          "/collection-pack",
          "/collection-reading",
          "/metrics",
          "/openapi/*",
          "/thesaurus-skos",
          "/dav/*",
          "/sitemap-of-all",
          "/robots-text",
          "/search-feed/*",
          "/.well-known/caldav",
          "/exchange-file/*",
          "/session-papers/*",
          "/sign-out",
          "/sign-in/passkey",
          "/sign-in/with");

  private final Set<String> told =
      AccessTable.read().actions().stream()
          .map(action -> shape(action.address().replaceAll("\\?.*", "")))
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void everyRouteIsInTheTable() throws IOException {
    Set<String> routes =
        Files.readAllLines(java.nio.file.Path.of("src/main/webapp/WEB-INF/routes.txt")).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> shape(line.split("\\s+")[0]))
            .collect(Collectors.toCollection(TreeSet::new));

    routes.removeAll(told);
    assertThat(routes).as("say in access-matrix.csv who may come there").isEmpty();
  }

  @Test
  void everyResourceAndServletIsInTheTable() {
    Set<String> addresses = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.portolan")) {
      type.tryGetAnnotationOfType(WebServlet.class)
          .ifPresent(servlet -> addresses.addAll(Set.of(servlet.value())));
      type.tryGetAnnotationOfType(Path.class)
          .ifPresent(
              path ->
                  type.getMethods().stream()
                      .filter(AccessTableTest::answersRequests)
                      .forEach(method -> addresses.add(shape(address(path, method)))));
    }
    assertThat(addresses).hasSizeGreaterThan(10);

    addresses.removeAll(ASIDE);
    addresses.removeAll(told);
    assertThat(addresses).as("say in access-matrix.csv who may come there").isEmpty();
  }

  private static boolean answersRequests(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(each -> each.getRawType().isAnnotatedWith(HttpMethod.class));
  }

  private static String address(Path path, JavaMethod method) {
    String below =
        method.tryGetAnnotationOfType(Path.class).map(found -> "/" + found.value()).orElse("");
    return ("/api/v1/" + path.value() + below).replaceAll("/{2,}", "/");
  }

  /** Whatever a parameter is called. */
  private static String shape(String address) {
    return address.replaceAll("\\{[^}]*\\}", "{}");
  }
}
