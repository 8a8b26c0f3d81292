package org.portolan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portolan.finding.Facet;
import org.portolan.platform.web.DescriptionServlet;

/** The description of the REST interface tells of everything that there is, and of nothing else. */
class DescriptionTest {
  private static final Pattern SCHEMA = Pattern.compile("#/components/(\\w+)/(\\w+)");

  private final String text = text();
  private final JsonObject description = JsonParser.parseString(text).getAsJsonObject();

  /** Parameters by method and address, of the resources. */
  private final Map<String, TreeSet<String>> resources = resources();

  @Test
  void everyOperationIsDescribedWithItsParameters() {
    assertThat(resources).hasSizeGreaterThan(20);
    // the filters of a search are read from the address as a whole
    Facet.dimensions().forEach(each -> resources.get("GET /api/v1/search").add("query " + each));
    assertThat(described()).isEqualTo(resources);
  }

  @Test
  void operationsHaveNamesOfTheirOwnAndWhatIsReferredToIsThere() {
    List<String> names = new ArrayList<>();
    for (JsonElement path : description.getAsJsonObject("paths").asMap().values()) {
      path.getAsJsonObject()
          .asMap()
          .values()
          .forEach(each -> names.add(each.getAsJsonObject().get("operationId").getAsString()));
    }
    assertThat(names).doesNotHaveDuplicates();

    Matcher reference = SCHEMA.matcher(text);
    while (reference.find()) {
      assertThat(
              description
                  .getAsJsonObject("components")
                  .getAsJsonObject(reference.group(1))
                  .has(reference.group(2)))
          .as(reference.group())
          .isTrue();
    }
  }

  private Map<String, TreeSet<String>> described() {
    Map<String, TreeSet<String>> described = new TreeMap<>();
    description
        .getAsJsonObject("paths")
        .asMap()
        .forEach(
            (path, operations) ->
                operations
                    .getAsJsonObject()
                    .asMap()
                    .forEach(
                        (method, operation) -> {
                          TreeSet<String> parameters = new TreeSet<>();
                          if (operation.getAsJsonObject().has("parameters")) {
                            for (JsonElement each :
                                operation.getAsJsonObject().getAsJsonArray("parameters")) {
                              JsonObject parameter = each.getAsJsonObject();
                              parameters.add(
                                  parameter.get("in").getAsString()
                                      + " "
                                      + parameter.get("name").getAsString());
                            }
                          }
                          described.put(method.toUpperCase(Locale.ROOT) + " " + path, parameters);
                        }));
    return described;
  }

  private static Map<String, TreeSet<String>> resources() {
    Map<String, TreeSet<String>> resources = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.portolan")) {
      if (type.isAnnotatedWith(Path.class)) {
        Class<?> resource = type.reflect();
        for (Method method : resource.getMethods()) {
          verb(method)
              .ifPresent(
                  verb ->
                      resources.put(verb + " " + address(resource, method), parameters(method)));
        }
      }
    }
    return resources;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String address(Class<?> resource, Method method) {
    Path below = method.getAnnotation(Path.class);
    return ("/api/v1/"
            + resource.getAnnotation(Path.class).value()
            + (below == null ? "" : "/" + below.value()))
        .replaceAll("/{2,}", "/");
  }

  private static TreeSet<String> parameters(Method method) {
    TreeSet<String> parameters = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      for (Annotation each : parameter.getAnnotations()) {
        if (each instanceof QueryParam query) {
          parameters.add("query " + query.value());
        } else if (each instanceof PathParam path) {
          parameters.add("path " + path.value());
        } else if (each instanceof HeaderParam header) {
          parameters.add("header " + header.value());
        }
      }
    }
    return parameters;
  }

  private static String text() {
    try (InputStream in = DescriptionServlet.class.getResourceAsStream("openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
