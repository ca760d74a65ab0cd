// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/envelope.h"

#include <sodium.h>

namespace delpek::media
{

namespace
{

constexpr char version = 1;

QByteArray header()
{
    return QByteArray("\0DPK", 4) + version;
}

const unsigned char* bytesOf(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}
unsigned char* bytesOf(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// One key for each purpose out of the one that is kept.
QByteArray subkey(const QByteArray& key, quint64 purpose)
{
    Q_ASSERT(key.size() == keyBytes);
    static_assert(keyBytes == crypto_kdf_KEYBYTES);
    QByteArray derived(keyBytes, '\0');
    crypto_kdf_derive_from_key(bytesOf(derived), size_t(derived.size()), purpose, "dlpkfile", bytesOf(key));
    return derived;
}

constexpr quint64 forNames = 1;
constexpr quint64 forBytes = 2;

/// The name is a keyed hash of the bytes, so a nonce made of it comes again with the same bytes only.
QByteArray nonceOf(const QString& name)
{
    return QByteArray::fromHex(name.toLatin1()).left(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
}

} // namespace

QString nameOf(const QByteArray& bytes, const QByteArray& key)
{
    const QByteArray hashKey = subkey(key, forNames);
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(bytesOf(hash), size_t(hash.size()), bytesOf(bytes), size_t(bytes.size()), bytesOf(hashKey),
                       size_t(hashKey.size()));
    return QString::fromLatin1(hash.toHex());
}

QByteArray seal(const QByteArray& bytes, const QString& name, const QByteArray& key)
{
    const QByteArray head = header();
    QByteArray sealed(bytes.size() + qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES), '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed), nullptr, bytesOf(bytes), size_t(bytes.size()),
                                               bytesOf(head), size_t(head.size()), nullptr, bytesOf(nonceOf(name)),
                                               bytesOf(subkey(key, forBytes)));
    return head + sealed;
}

bool isEnvelope(const QByteArray& file)
{
    return file.startsWith(header().chopped(1));
}

Result<QByteArray> unseal(const QByteArray& envelope, const QString& name, const QByteArray& key)
{
    const QByteArray head = header();
    if (!isEnvelope(envelope) || envelope.size() < head.size()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("this is no kept file"));
    }
    if (!envelope.startsWith(head)) {
        return fail(ErrorCode::Unsupported, QStringLiteral("the file was kept by a newer Delpek"));
    }
    const QByteArray sealed = envelope.mid(head.size());
    const QByteArray nonce = nonceOf(name);
    const qsizetype size = sealed.size() - qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES);
    QByteArray bytes(std::max<qsizetype>(size, 0), '\0');
    const bool opened = size >= 0 && nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES &&
                        crypto_aead_xchacha20poly1305_ietf_decrypt(
                            bytesOf(bytes), nullptr, nullptr, bytesOf(sealed), size_t(sealed.size()), bytesOf(head),
                            size_t(head.size()), bytesOf(nonce), bytesOf(subkey(key, forBytes))) == 0;
    if (!opened) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("a kept file is damaged, or the secret media.key is not the one it was kept with"));
    }
    return bytes;
}

} // namespace delpek::media
