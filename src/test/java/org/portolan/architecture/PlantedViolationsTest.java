package org.portolan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot be broken guards nothing: each is broken here once, beside the real code. */
class PlantedViolationsTest {
  private static final Path CLASSES = Path.of("target", "classes");

  /** By rule, the source of a class that breaks it; its name is made of the rule. */
  private static final Map<String, String> PLANTED =
      Map.of(
          "featuresUseOnlyFloorsBelow",
          "package org.portolan.region; class NAME { org.portolan.catalog.Catalog above; }",
          "featuresAreFreeOfCycles",
          "package org.portolan.region; class NAME { org.portolan.catalog.Catalog above; }",
          "packagesAreFreeOfCycles",
          "package org.portolan.platform.i18n; class NAME {"
              + " org.portolan.platform.web.ShellBean above; }",
          "coresKnowNeitherPagesNorIndex",
          "package org.portolan.catalog; class NAME {"
              + " org.portolan.catalog.web.CoursesBean page; }",
          "pagesHoldNoEntityManager",
          "package org.portolan.catalog.web; class NAME {"
              + " jakarta.persistence.EntityManager entities; }",
          "repositoriesArePackagePrivate",
          "package org.portolan.catalog; public class NAMERepository {}",
          "onlyThePlatformAsksTheTime",
          "package org.portolan.catalog; class NAME { Object now = java.time.Instant.now(); }",
          "theLauncherStandsAlone",
          "package org.portolan.launcher; class NAME { org.portolan.catalog.Catalog catalog; }",
          "nobodyUsesTheLauncher",
          "package org.portolan.catalog; class NAME {"
              + " org.portolan.launcher.EmbeddedDatabase database; }",
          "entitiesNameTheirTables",
          "package org.portolan.catalog; @jakarta.persistence.Entity class NAME {}");

  @TempDir private static Path compiled;

  /** The code with what was planted beside it, by group: reading all of it takes seconds. */
  private static final Map<String, JavaClasses> IMPORTED = new HashMap<>();

  static Set<String> rules() {
    return PLANTED.keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPlantedViolationIsSeen(String rule) throws Exception {
    assertThat(rule(rule).evaluate(withPlanted(rule)).getFailureReport().toString())
        .contains(name(rule));
  }

  @Test
  void everyRuleIsBrokenOnce() {
    Set<String> declared =
        Arrays.stream(FeatureBoundariesTest.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(ArchTest.class))
            .map(Field::getName)
            .collect(Collectors.toSet());

    assertThat(PLANTED.keySet()).isEqualTo(declared);
  }

  private static ArchRule rule(String name) throws ReflectiveOperationException {
    Field field = FeatureBoundariesTest.class.getDeclaredField(name);
    field.setAccessible(true);
    return (ArchRule) field.get(null);
  }

  private static String name(String rule) {
    return "Planted" + Character.toUpperCase(rule.charAt(0)) + rule.substring(1);
  }

  /** A rule that looks for cycles would see those of the others too. */
  private static String group(String rule) {
    return rule.endsWith("Cycles") ? rule : "others";
  }

  private static JavaClasses withPlanted(String rule) throws IOException {
    String group = group(rule);
    JavaClasses classes = IMPORTED.get(group);
    if (classes == null) {
      Path folder = Files.createDirectory(compiled.resolve(group));
      for (String each : PLANTED.keySet()) {
        if (group.equals(group(each))) {
          compile(PLANTED.get(each).replace("NAME", name(each)), folder);
        }
      }
      classes =
          new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPaths(CLASSES, folder);
      IMPORTED.put(group, classes);
    }
    return classes;
  }

  private static void compile(String source, Path into) throws IOException {
    String name = source.replaceAll("(?s).*?package ([\\w.]+);.*?class (\\w+).*", "$1.$2");
    URI address = URI.create("string:///" + name.replace('.', '/') + ".java");
    JavaFileObject file =
        new SimpleJavaFileObject(address, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    boolean done =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of("-proc:none", "-cp", path, "-d", into.toString()),
                null,
                List.of(file))
            .call();
    assertThat(done).as(problems.toString()).isTrue();
  }
}
