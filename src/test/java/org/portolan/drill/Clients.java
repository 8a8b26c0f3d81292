package org.portolan.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clients that act at the same moment. */
final class Clients {
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Clients() {}

  /** Runs all of them side by side, from one starting shot; the answers come in their order. */
  static <T> List<T> together(List<Callable<T>> acts)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(acts.size());
    try {
      CountDownLatch shot = new CountDownLatch(1);
      List<Future<T>> answers = new ArrayList<>();
      for (Callable<T> act : acts) {
        answers.add(
            threads.submit(
                () -> {
                  shot.await();
                  return act.call();
                }));
      }
      shot.countDown();
      List<T> all = new ArrayList<>();
      for (Future<T> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }
}
