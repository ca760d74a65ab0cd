// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "desk/desk.h"
#include "ui/context.h"

#include <QObject>

#include <map>

class QImage;
class QMimeData;

namespace delpek::ui
{

/// What a person has put beside the words of each conversation and not sent yet: files, and where the clinic is. Kept
/// while the program runs; nothing of it is written anywhere before it is sent. Each file is held against what the
/// channel takes at once.
class OutgoingFiles final : public QObject
{
    Q_OBJECT

public:
    enum class State { Reading, Good, Refused };
    struct Item {
        int number = 0; ///< its name for remove()
        desk::FileContent content;
        qint64 size = 0;
        State state = State::Reading;
        base::Error error = {}; ///< why it is refused
    };
    struct Parcel {
        std::vector<Item> items;
        bool place = false;
        bool isEmpty() const { return items.empty() && !place; }
    };

    explicit OutgoingFiles(const Context& context, QObject* parent = nullptr);

    /// Files and pictures of the clipboard or of a drop; false when it holds none.
    bool addFrom(domain::ConversationId id, const QMimeData& data);
    void addFile(domain::ConversationId id, const QString& path);
    void add(domain::ConversationId id, const desk::FileContent& content);
    void setPlace(domain::ConversationId id, bool place);
    void remove(domain::ConversationId id, int number);

    const Parcel& of(domain::ConversationId id) { return m_parcels[id]; }
    /// Everything was read and none is refused.
    bool isReady(domain::ConversationId id);
    /// Conversations with something that was put beside the words and not sent.
    std::vector<domain::ConversationId> unsent() const;
    Parcel take(domain::ConversationId id);
    /// In front of what was added since.
    void putBack(domain::ConversationId id, const Parcel& parcel);

    static bool holdsFiles(const QMimeData& data);

Q_SIGNALS:
    void changed(delpek::domain::ConversationId id);

private:
    int begin(domain::ConversationId id, const QString& name, qint64 size);
    void addPicture(domain::ConversationId id, const QImage& picture);
    void finish(domain::ConversationId id, int number, const Result<desk::FileContent>& content);
    void settle(domain::ConversationId id, int number, const Result<Done>& good);
    Item* find(domain::ConversationId id, int number);

    Context m_context;
    std::map<domain::ConversationId, Parcel> m_parcels;
    int m_last = 0;
};

} // namespace delpek::ui
