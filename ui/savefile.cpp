// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/savefile.h"

#include <QSaveFile>
#include <QThreadPool>

namespace delpek::ui
{

namespace
{

Result<Done> writeWhole(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::Unavailable, file.errorString(), QStringLiteral("file.notSaved"));
    }
    return Done{};
}

} // namespace

Future<Done> saveFile(const QString& path, const QByteArray& bytes)
{
    Promise<Done> promise;
    auto future = promise.future();
    QThreadPool::globalInstance()->start([path, bytes, promise = std::make_shared<Promise<Done>>(std::move(promise))] {
        promise->finish(writeWhole(path, bytes));
    });
    return future;
}

} // namespace delpek::ui
