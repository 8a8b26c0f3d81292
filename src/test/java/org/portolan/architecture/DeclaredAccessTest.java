package org.portolan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.platform.security.Gate;
import org.portolan.platform.security.OpenTo;

/** Nothing answers an address without saying to whom it is open. */
@AnalyzeClasses(packages = "org.portolan", importOptions = ImportOption.DoNotIncludeTests.class)
class DeclaredAccessTest {
  private static final java.nio.file.Path ROUTES =
      java.nio.file.Path.of("src/main/webapp/WEB-INF/routes.txt");

  @ArchTest
  static final ArchRule everyResourceSaysToWhomItIsOpen =
      methods()
          .that(DescribedPredicate.describe("answer requests", DeclaredAccessTest::answersRequests))
          .should(sayToWhomTheyAreOpen());

  @ArchTest
  static final ArchRule everyServletIsOpenToEveryoneOrRouted =
      classes()
          .that()
          .areAnnotatedWith(WebServlet.class)
          .should(
              new ArchCondition<>("be open to everyone; what is not has a line among the routes") {
                @Override
                public void check(JavaClass servlet, ConditionEvents events) {
                  boolean open =
                      servlet
                          .tryGetAnnotationOfType(OpenTo.class)
                          .filter(declared -> Gate.of(declared.value()).everyone())
                          .isPresent();
                  events.add(
                      new SimpleConditionEvent(servlet, open, servlet.getName() + ": " + open));
                }
              });

  /** Lines without a gate would fail at start, too; this fails sooner. */
  @Test
  void everyRouteSaysToWhomItIsOpen() throws IOException {
    List<String> lines =
        Files.readAllLines(ROUTES).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    assertThat(lines)
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(Gate.of(line.split("\\s+")[2])).isNotNull());
    assertThat(lines.stream().map(line -> line.split("\\s+")[0]))
        .as("an address stands once")
        .doesNotHaveDuplicates();
  }

  private static boolean answersRequests(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(each -> each.getRawType().isAnnotatedWith(HttpMethod.class));
  }

  private static ArchCondition<JavaMethod> sayToWhomTheyAreOpen() {
    return new ArchCondition<>("say to whom they are open") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean declared =
            method.isAnnotatedWith(OpenTo.class)
                || method.getOwner().isAnnotatedWith(OpenTo.class)
                    && method.getOwner().isAnnotatedWith(Path.class);
        events.add(new SimpleConditionEvent(method, declared, method.getFullName() + declared));
      }
    };
  }
}
