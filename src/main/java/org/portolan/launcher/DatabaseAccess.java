package org.portolan.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Properties;

/** The way to a database. */
record DatabaseAccess(String url, String user, String password) {

  String text() {
    Properties properties = new Properties();
    properties.setProperty("url", url);
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  static DatabaseAccess parse(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    if (properties.getProperty("url") == null) {
      throw new IOException("no address of a database in the answer");
    }
    return new DatabaseAccess(
        properties.getProperty("url"),
        properties.getProperty("user"),
        properties.getProperty("password"));
  }

  /** Never in a log, even by mistake. */
  @Override
  public String toString() {
    return "DatabaseAccess";
  }
}
