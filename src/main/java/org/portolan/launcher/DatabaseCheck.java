package org.portolan.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Looks at a database before the application meets it: does it answer, is it new enough. Uses the
 * driver that the application carries, in a class loader of its own so that nothing leaks into the
 * application.
 */
final class DatabaseCheck {
  private DatabaseCheck() {}

  static String check(Path war, Path work, DatabaseAccess access) throws IOException {
    String url = access.url();
    Path jar = driverOf(war, work);
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Connection connection = connect(loader, url, access.user(), access.password())) {
      String product = connection.getMetaData().getDatabaseProductVersion();
      if (DatabaseVersion.of(product).tooOld()) {
        throw new StartFailure(
            "The database is too old ("
                + product
                + "). Portolan needs MySQL 8.0.19 or MariaDB 10.11 at least.");
      }
      return product;
    } catch (SQLException | ReflectiveOperationException e) {
      throw new StartFailure(
          "The database at "
              + url.replaceAll("\\?.*", "")
              + " does not answer: "
              + e.getMessage()
              + ". Check PORTOLAN_DB_URL, PORTOLAN_DB_USER and PORTOLAN_DB_PASSWORD.",
          e);
    }
  }

  private static Connection connect(ClassLoader loader, String url, String user, String password)
      throws SQLException, ReflectiveOperationException {
    Driver driver =
        Class.forName("com.mysql.cj.jdbc.Driver", true, loader)
            .asSubclass(Driver.class)
            .getDeclaredConstructor()
            .newInstance();
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "10000");
    Connection connection = driver.connect(url, login);
    if (connection == null) {
      throw new StartFailure("PORTOLAN_DB_URL must begin with jdbc:mysql://");
    }
    return connection;
  }

  /** The driver that the application carries, copied to where it can be loaded from. */
  static Path driverOf(Path war, Path work) throws IOException {
    try (JarFile file = new JarFile(war.toFile())) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith("WEB-INF/lib/mysql-connector-j")) {
          Path jar = work.resolve("driver.jar");
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
          }
          return jar;
        }
      }
    }
    throw new StartFailure("The application " + war + " carries no database driver.");
  }
}
