// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/outgoingfiles.h"

#include "ui/call.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QMimeDatabase>
#include <QThreadPool>
#include <QUrl>

namespace delpek::ui
{

namespace
{

/// More than any channel takes: such a file is not even read.
constexpr qint64 mostRead = 100 * 1024 * 1024;

template <typename Work>
Future<desk::FileContent> later(Work work)
{
    auto promise = std::make_shared<Promise<desk::FileContent>>();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] { promise->finish(work()); });
    return promise->future();
}

Result<desk::FileContent> contentOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isFile()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("no file"), QStringLiteral("file.folder"));
    }
    if (info.size() > mostRead) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("too large"), QStringLiteral("send.fileTooLarge"));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Unavailable, file.errorString(), QStringLiteral("file.unreadable"));
    }
    // By its ending, as the person sees it; whether the bytes agree is asked where the file is taken.
    const auto type = QMimeDatabase().mimeTypeForFile(info, QMimeDatabase::MatchExtension);
    return desk::FileContent{file.readAll(), type.name(), info.fileName()};
}

Result<desk::FileContent> contentOf(const QImage& picture)
{
    desk::FileContent content{{}, QStringLiteral("image/png"), QStringLiteral("picture.png")};
    QBuffer buffer(&content.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG")) {
        return fail(ErrorCode::Unsupported, QStringLiteral("no PNG"), QStringLiteral("file.unreadable"));
    }
    return content;
}

QStringList pathsIn(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

OutgoingFiles::OutgoingFiles(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
}

bool OutgoingFiles::holdsFiles(const QMimeData& data)
{
    // A word processor puts a picture beside the text it copies: the words are meant.
    return !pathsIn(data).isEmpty() || (data.hasImage() && !data.hasText());
}

bool OutgoingFiles::addFrom(domain::ConversationId id, const QMimeData& data)
{
    const QStringList paths = pathsIn(data);
    for (const QString& path : paths) {
        addFile(id, path);
    }
    if (paths.isEmpty() && holdsFiles(data)) {
        addPicture(id, qvariant_cast<QImage>(data.imageData()));
    }
    return holdsFiles(data);
}

void OutgoingFiles::addFile(domain::ConversationId id, const QString& path)
{
    const QFileInfo info(path);
    const int number = begin(id, info.fileName(), info.size());
    whenDone(later([path] { return contentOf(path); }), this,
             [this, id, number](const auto& content) { finish(id, number, content); });
}

void OutgoingFiles::addPicture(domain::ConversationId id, const QImage& picture)
{
    const int number = begin(id, QStringLiteral("picture.png"), 0);
    whenDone(later([picture] { return contentOf(picture); }), this,
             [this, id, number](const auto& content) { finish(id, number, content); });
}

void OutgoingFiles::add(domain::ConversationId id, const desk::FileContent& content)
{
    finish(id, begin(id, content.name, content.bytes.size()), content);
}

void OutgoingFiles::setPlace(domain::ConversationId id, bool place)
{
    m_parcels[id].place = place;
    Q_EMIT changed(id);
}

void OutgoingFiles::remove(domain::ConversationId id, int number)
{
    std::erase_if(m_parcels[id].items, [number](const Item& item) { return item.number == number; });
    Q_EMIT changed(id);
}

bool OutgoingFiles::isReady(domain::ConversationId id)
{
    return std::ranges::all_of(m_parcels[id].items, [](const Item& item) { return item.state == State::Good; });
}

std::vector<domain::ConversationId> OutgoingFiles::unsent() const
{
    std::vector<domain::ConversationId> all;
    for (const auto& [id, parcel] : m_parcels) {
        if (!parcel.isEmpty()) {
            all.push_back(id);
        }
    }
    return all;
}

OutgoingFiles::Parcel OutgoingFiles::take(domain::ConversationId id)
{
    Parcel taken = std::exchange(m_parcels[id], {});
    Q_EMIT changed(id);
    return taken;
}

void OutgoingFiles::putBack(domain::ConversationId id, const Parcel& parcel)
{
    Parcel& now = m_parcels[id];
    now.items.insert(now.items.begin(), parcel.items.begin(), parcel.items.end());
    now.place = now.place || parcel.place;
    Q_EMIT changed(id);
}

int OutgoingFiles::begin(domain::ConversationId id, const QString& name, qint64 size)
{
    Item item;
    item.number = ++m_last;
    item.content.name = name;
    item.size = size;
    m_parcels[id].items.push_back(std::move(item));
    Q_EMIT changed(id);
    return m_last;
}

void OutgoingFiles::finish(domain::ConversationId id, int number, const Result<desk::FileContent>& content)
{
    Item* item = find(id, number);
    if (item == nullptr) {
        return; // removed meanwhile
    }
    if (!content) {
        settle(id, number, fail(content.error()));
        return;
    }
    item->content = *content;
    item->size = content->bytes.size();
    whenDone(m_context.desk.checkFile(id, *content), this,
             [this, id, number](const Result<Done>& good) { settle(id, number, good); });
}

void OutgoingFiles::settle(domain::ConversationId id, int number, const Result<Done>& good)
{
    if (Item* item = find(id, number)) {
        item->state = good ? State::Good : State::Refused;
        item->error = good ? base::Error{} : good.error();
        Q_EMIT changed(id);
    }
}

OutgoingFiles::Item* OutgoingFiles::find(domain::ConversationId id, int number)
{
    auto& items = m_parcels[id].items;
    const auto place = std::ranges::find(items, number, &Item::number);
    return place == items.end() ? nullptr : &*place;
}

} // namespace delpek::ui
