// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickreplies/quickreplyeditor.h"

#include "desk/desk.h"
#include "desk/quickreplies.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/quickreplies/quickreplymodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

namespace delpek::ui
{

using domain::Language;
using domain::QuickReply;
using domain::QuickReplyId;

void QuickReplyEditor::connectParts()
{
    for (const Words& words : {m_hebrew, m_english}) {
        connect(words.name, &QLineEdit::textChanged, this, &QuickReplyEditor::refresh);
        connect(words.text, &QTextEdit::textChanged, this, &QuickReplyEditor::refresh);
    }
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now == m_hebrew.text || now == m_english.text) {
            m_last = static_cast<QTextEdit*>(now);
            fillFields();
        }
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QuickReplyEditor::choose);
    connect(m_add, &QPushButton::clicked, this, &QuickReplyEditor::add);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &QuickReplyEditor::remove);
    connect(m_undo, &QPushButton::clicked, this, &QuickReplyEditor::bringBack);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        say({}, false);
        choose();
    });
    connect(m_save, &QPushButton::clicked, this, &QuickReplyEditor::save);
    connect(m_close, &QPushButton::clicked, this, &QuickReplyEditor::reject);
    connect(&m_context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (std::ranges::find(changes, domain::Topic::QuickReply, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&m_context.theme, &Theme::changed, this, &QuickReplyEditor::retranslate);
}

void QuickReplyEditor::read()
{
    whenDone(m_context.desk.quickReplies().all(), this, [this](const auto& all) {
        if (!all) {
            say(words::sentence(all.error()), true);
            return;
        }
        const bool changed = isChanged();
        m_model->setReplies(*all);
        // What is being written stays; saving it tells when somebody else was quicker.
        if (!changed) {
            const auto wanted = m_model->indexOf(m_wanted.isValid() ? m_wanted : m_shown.id);
            m_list->setCurrentIndex(wanted.isValid() ? wanted : m_model->index(0));
            choose();
        }
        refresh();
    });
}

void QuickReplyEditor::choose()
{
    const auto current = m_list->currentIndex();
    m_wanted = {};
    present(current.isValid() ? m_model->row(current.row()) : QuickReply{});
}

void QuickReplyEditor::present(const QuickReply& reply)
{
    m_shown = reply;
    m_hebrew.name->setText(reply.name.he);
    m_hebrew.text->setPlainText(reply.text.he);
    m_english.name->setText(reply.name.en);
    m_english.text->setPlainText(reply.text.en);
    refresh();
}

QuickReply QuickReplyEditor::written() const
{
    const auto plain = [](const QString& text) { return domain::withoutIsolates(text).trimmed(); };
    QuickReply reply = m_shown;
    reply.name = {plain(m_hebrew.name->text()), plain(m_english.name->text())};
    reply.text = {plain(m_hebrew.text->toPlainText()), plain(m_english.text->toPlainText())};
    return reply;
}

bool QuickReplyEditor::isChanged() const
{
    return !(written() == m_shown);
}

void QuickReplyEditor::add()
{
    say({}, false);
    m_list->setCurrentIndex({});
    present({});
    const bool hebrew = layoutDirection() == Qt::RightToLeft;
    (hebrew ? m_hebrew : m_english).name->setFocus(Qt::OtherFocusReason);
}

void QuickReplyEditor::save()
{
    const QuickReply reply = written();
    if (const QString fault = domain::quickReplyFault(reply); !fault.isEmpty()) {
        say(words::keySentence(fault), true);
        return;
    }
    m_saving = true;
    refresh();
    whenDone(m_context.desk.quickReplies().save(reply), this, [this, reply](const auto& saved) {
        m_saving = false;
        if (!saved) {
            say(words::sentence(saved.error()), true);
            read();
            return;
        }
        m_shown = reply;
        m_shown.id = *saved;
        m_shown.version = reply.id.isValid() ? reply.version + 1 : 1;
        m_wanted = *saved;
        say(tr("Saved for all desks."), false);
        read();
    });
}

void QuickReplyEditor::move(int by)
{
    std::vector<QuickReplyId> ids;
    for (const auto& reply : m_model->replies()) {
        ids.push_back(reply.id);
    }
    const auto place = std::ranges::find(ids, m_shown.id) - ids.begin();
    const auto to = place + by;
    if (place >= std::ssize(ids) || to < 0 || to >= std::ssize(ids)) {
        return;
    }
    std::swap(ids[static_cast<size_t>(place)], ids[static_cast<size_t>(to)]);
    whenDone(m_context.desk.quickReplies().order(ids), this, [this](const auto& done) {
        if (done) {
            read();
        } else {
            say(words::sentence(done.error()), true);
        }
    });
}

void QuickReplyEditor::remove()
{
    const QuickReply reply = m_shown;
    std::vector<QuickReplyId> before;
    for (const auto& one : m_model->replies()) {
        before.push_back(one.id);
    }
    whenDone(m_context.desk.quickReplies().remove(reply.id), this, [this, reply, before](const auto& done) {
        if (!done) {
            say(words::sentence(done.error()), true);
            return;
        }
        m_removed = reply;
        m_orderBefore = before;
        const QString& own = reply.name.in(layoutDirection() == Qt::RightToLeft ? Language::Hebrew : Language::English);
        const QString& name = !own.isEmpty() ? own : reply.name.he.isEmpty() ? reply.name.en : reply.name.he;
        say(tr("“%1” was deleted.").arg(domain::isolate(name)), false);
        m_undo->setVisible(true);
        read();
    });
}

void QuickReplyEditor::bringBack()
{
    if (!m_removed) {
        return;
    }
    QuickReply reply = *std::exchange(m_removed, std::nullopt);
    const QuickReplyId old = std::exchange(reply.id, {});
    const auto failed = [this](const Error& error) { say(words::sentence(error), true); };
    whenDone(m_context.desk.quickReplies().save(reply), this, [this, old, failed](const auto& saved) {
        if (!saved) {
            failed(saved.error());
            return;
        }
        std::ranges::replace(m_orderBefore, old, *saved);
        m_wanted = *saved;
        say({}, false);
        whenDone(m_context.desk.quickReplies().order(m_orderBefore), this, [this, failed](const auto& done) {
            if (!done) {
                failed(done.error());
            }
            read();
        });
    });
}

void QuickReplyEditor::insertField(domain::ReplyField field)
{
    QTextEdit* into = m_last != nullptr ? m_last : m_hebrew.text;
    const auto language = into == m_hebrew.text ? Language::Hebrew : Language::English;
    into->insertPlainText(QStringLiteral("{%1}").arg(domain::replyFieldWord(field, language)));
    into->setFocus(Qt::OtherFocusReason);
}

void QuickReplyEditor::say(const QString& sentence, bool trouble)
{
    m_said->setProperty("kind", trouble ? QStringLiteral("trouble") : QStringLiteral("muted"));
    m_said->setStyleSheet(trouble ? QStringLiteral("color: %1").arg(m_context.theme.colours().emergency.name())
                                  : QString());
    m_said->setText(sentence);
    m_undo->setVisible(false);
}

void QuickReplyEditor::refresh()
{
    const bool changed = isChanged();
    const auto& all = m_model->replies();
    const bool known = m_shown.id.isValid();
    // Choosing another one would lose what is written.
    m_list->setEnabled(!changed);
    m_add->setEnabled(!changed && (known || all.empty()));
    m_remove->setEnabled(!changed && known);
    m_up->setEnabled(!changed && known && all.front().id != m_shown.id);
    m_down->setEnabled(!changed && known && all.back().id != m_shown.id);
    m_save->setEnabled(changed && !m_saving);
    m_discard->setVisible(changed);
}

void QuickReplyEditor::reject()
{
    if (isChanged()) {
        say(tr("This reply is not saved yet: save it, or discard the changes."), true);
        return;
    }
    QDialog::reject();
}

} // namespace delpek::ui
