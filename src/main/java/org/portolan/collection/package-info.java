/**
 * Collections: practices that editors or a Regional Office put together for whoever reads about one
 * subject, in order. Owns practice_collection, practice_collection_text and
 * practice_collection_item; uses knowledge for who may read which practice.
 */
package org.portolan.collection;
