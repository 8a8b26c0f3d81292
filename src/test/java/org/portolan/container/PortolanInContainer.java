package org.portolan.container;

import biweekly.Biweekly;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The one deployment of all in-container tests: the WAR that Maven built, with the test classes
 * beside it in a library of their own.
 */
@ArquillianSuiteDeployment
public final class PortolanInContainer {
  private static final List<String> OUTSIDE =
      List.of(
          "/org/portolan/browser",
          "/org/portolan/running",
          "/org/portolan/world",
          "/org/portolan/drill",
          "/org/portolan/bench",
          "/org/portolan/architecture");

  private PortolanInContainer() {}

  @Deployment(name = "portolan")
  public static WebArchive war() {
    GenericArchive classes =
        ShrinkWrap.create(GenericArchive.class)
            .as(ExplodedImporter.class)
            .importDirectory(System.getProperty("portolan.it.classes"))
            .as(GenericArchive.class);
    JavaArchive tests =
        ShrinkWrap.create(JavaArchive.class, "tests.jar")
            .merge(classes, PortolanInContainer::inside);
    WebArchive war =
        ShrinkWrap.createFromZipFile(
            WebArchive.class, Path.of(System.getProperty("portolan.war")).toFile());
    // it says that no library has beans, and the one with the tests has some
    war.delete("/WEB-INF/payara-web.xml");
    return war.addAsLibraries(tests)
        .addAsLibraries(jarOf(Assertions.class), jarOf(GreenMail.class))
        // its own library, which reads lines, beside it
        .addAsLibraries(jarOf(Biweekly.class), jarOf(VObjectReader.class));
  }

  private static boolean inside(ArchivePath path) {
    return path.get().endsWith(".class") && OUTSIDE.stream().noneMatch(path.get()::startsWith);
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
