package app.notebook.ui

import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import app.notebook.core.NotePage
import app.notebook.core.Topic

/** The topics by name, each with how many notes have it. */
@Composable
fun TopicListScreen(topics: List<Topic>, onOpen: (String) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(
        texts[Names.PAGE_TOPICS],
        onBack,
        top = { Say(texts[if (topics.isEmpty()) Names.TOPICS_NONE else Names.TOPICS_WHAT]) },
    ) {
        items(topics, key = { it.id }) { topic ->
            ListLine(topic.name, texts.count(Names.TOPIC_COUNT, topic.notes.toULong())) { onOpen(topic.name) }
        }
    }
}

/** The notes with one topic. */
@Composable
fun TopicScreen(
    topic: String,
    state: NotesList,
    onName: () -> Unit,
    onOpen: (String) -> Unit,
    onMore: () -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    ListPage(topic, onBack, top = { if (state.lines.isEmpty()) Say(texts[Names.TOPIC_EMPTY]) }) {
        items(state.lines, key = { it.id }) { NoteLine(it, onOpen) }
        loadMore(state.more, texts, onMore)
        item { WideButton(texts[Names.TOPIC_NAME], onClick = onName) }
    }
}

/** Another name for a topic. */
@Composable
fun TopicNameScreen(start: String, onTyped: (String) -> Unit, onName: (String) -> Unit, onBack: () -> Unit) {
    val texts = LocalTexts.current
    var name by remember { mutableStateOf(start) }
    val go = { if (name.isNotBlank()) onName(name) }
    Page(texts[Names.TOPIC_NAME], onBack) {
        Say(texts[Names.TOPIC_NAME_HOW])
        Field(texts[Names.TOPIC_NAME_FIELD], name, onGo = go) { onTyped(it.also { typed -> name = typed }) }
        WideButton(texts[Names.DO_DONE], Act.MAIN, enabled = name.isNotBlank(), onClick = go)
    }
}

/** The topics of a note: a tap puts one on or takes it off. */
@Composable
fun TopicsScreen(
    page: NotePage,
    start: String,
    onTyped: (String) -> Unit,
    onTopic: (topic: String, on: Boolean) -> Unit,
    onBack: () -> Unit,
) {
    val texts = LocalTexts.current
    var new by remember { mutableStateOf(start) }
    val type = { typed: String -> onTyped(typed.also { new = it }) }
    val add = {
        if (new.isNotBlank()) onTopic(new, true)
        type("")
    }
    Page(texts[Names.PAGE_TOPICS], onBack) {
        Say(texts[Names.TOPICS_WHAT])
        for (topic in page.allTopics) Switched(topic, topic in page.topics) { on -> onTopic(topic, on) }
        Field(texts[Names.TOPICS_NEW], new, onGo = add, onValue = type)
        WideButton(texts[Names.TOPICS_ADD], enabled = new.isNotBlank(), onClick = add)
    }
}
